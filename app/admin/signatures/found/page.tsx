import { redirect } from 'next/navigation'
import { adminPage } from '@/components/admin/admin-page'

/** What is found among signatures stands with all else that a text finds; this address led to it once. */
export default adminPage('signature.search', async (_, { searchParams }) => {
  const { q } = await searchParams
  redirect(typeof q === 'string' ? `/admin/search?${new URLSearchParams({ q })}` : '/admin/search')
})
