import { redirect } from 'next/navigation'
import { adminPage } from '@/components/admin/admin-page'

/** The coalition's places stand in the navigation; this address leads to the first of them. */
export default adminPage('coalition.read', async () => redirect('/admin/coalition/members'))
