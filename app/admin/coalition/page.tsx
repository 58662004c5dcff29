import { redirect } from 'next/navigation'
import { adminPage } from '@/components/admin/admin-page'

/** Redirects to the first of the coalition's pages; the navigation has all. */
export default adminPage('coalition.read', async () => redirect('/admin/coalition/members'))
