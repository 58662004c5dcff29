import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { codesToShow } from '@/lib/web/admin/show-once'
import { haveCodes } from '../actions'

export const metadata: Metadata = { title: 'Recovery codes' }

export default adminPage('account.manage', async () => {
  const codes = await codesToShow()
  if (codes.length === 0) {
    return (
      <>
        <h1>Recovery codes</h1>
        <p>
          There are no codes to show: they are shown once. You can make new ones in <a href="/admin/account">Account</a>
          .
        </p>
      </>
    )
  }
  return (
    <>
      <h1>Recovery codes</h1>
      <p>
        Write these down or print them, and keep them away from your phone. Each stands in once for your second factor.
        They are not shown again.
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
          I have them
        </button>
      </form>
    </>
  )
})
