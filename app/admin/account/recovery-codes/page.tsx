import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { codesToShow } from '@/lib/web/admin/show-once'
import { haveCodes } from '../actions'

export const metadata: Metadata = { title: 'Recovery codes' }

export default adminPage('account.manage', async () => {
  const codes = await codesToShow('recovery codes')
  if (codes.length === 0) {
    return (
      <>
        <h1>Recovery codes</h1>
        <p>
          There are no codes to show: they are shown only once. You can create new ones in{' '}
          <a href="/admin/account">Account</a>.
        </p>
      </>
    )
  }
  return (
    <>
      <h1>Recovery codes</h1>
      <p>
        Write these down or print them, and keep them away from your phone. Each code replaces your second factor once.
        They will not be shown again.
      </p>
      <ol className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <form action={haveCodes}>
        <button type="submit" className="main">
          I have saved them
        </button>
      </form>
    </>
  )
})
