import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { previewMailing } from '@/lib/mailings/find-mailing'
import { locales } from '@/messages/translator'

export const metadata: Metadata = { title: 'Preview' }

export default adminPage('update.read', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const asked = (await searchParams).language ?? 'en'
  const locale = locales.find((one) => one === asked)
  const mail = locale ? await previewMailing(staff, id, locale) : null
  return (
    <>
      <h1>{mail ? mail.subject : 'Nothing to preview'}</h1>
      <nav aria-label="Languages">
        {locales.map((one) => (
          <a key={one} href={`/admin/updates/${id}/preview?language=${one}`} aria-current={one === locale || undefined}>
            {one}
          </a>
        ))}
      </nav>
      <p>
        <a href={`/admin/updates/${id}`}>Back to the mailing</a>
      </p>
      {mail ? (
        <>
          <p>Signers in this language receive exactly this; only the unsubscribe link is different for each.</p>
          <h2>With formatting</h2>
          <iframe className="mail" title={`Email in ${locale}`} sandbox="" srcDoc={mail.html} />
          <h2>As plain text</h2>
          <pre className="mail" dir="auto">
            {mail.text}
          </pre>
          <h2>Special headers</h2>
          <dl>
            {Object.entries(mail.headers ?? {}).map(([name, value]) => (
              <div key={name} className="fact">
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </>
      ) : (
        <p className="empty">
          {locale
            ? 'There is no text in this language, and no English text to replace it.'
            : 'The site does not offer that language. Choose one above.'}
        </p>
      )}
    </>
  )
})
