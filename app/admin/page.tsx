import type { Metadata } from 'next'
import { deskPage } from '@/components/admin/desk-page'
import { Notice } from '@/components/admin/notice'

export const metadata: Metadata = { title: 'Overview' }

export default deskPage('desk.see', async (staff, { searchParams }) => (
  <>
    <h1>Overview</h1>
    <Notice searchParams={searchParams} />
    <p>You are signed in as {staff.role}.</p>
  </>
))
