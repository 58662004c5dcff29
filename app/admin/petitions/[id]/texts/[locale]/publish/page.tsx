import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { Notice } from '@/components/admin/notice'
import { TextDiff } from '@/components/admin/petitions/text-diff'
import { textFields } from '@/components/admin/petitions/text-fields'
import { Why } from '@/components/admin/petitions/why'
import { findForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { isPublic } from '@/lib/petitions/texts/is-public'
import { listVersions } from '@/lib/petitions/texts/list-versions'
import { noWords, unfinished } from '@/lib/petitions/texts/petition-words'
import { countByText } from '@/lib/signatures/admin/count-rows'
import { languageName } from '@/messages/language-name'
import { publishWords } from '../../actions'

export const metadata: Metadata = { title: 'Publish text' }

export default adminPage('petition.write', async (staff, { params, searchParams }) => {
  const { id = '', locale = '' } = await params
  const found = await findForAdmin(staff, id)
  const text = found?.languages.find((one) => one.locale === locale)
  if (!found || !text) return <h1>Text not found</h1>
  const [versions, signed] = await Promise.all([listVersions(id, locale), countByText(staff, id)])
  const bound = versions.map(({ version, sha256 }) => ({ version, signatures: signed.get(sha256) ?? 0 }))
  const all = bound.reduce((sum, { signatures }) => sum + signatures, 0)
  const { published, words, revision, unpublished, outdated } = text
  const next = (published?.version ?? 0) + 1
  const lacking = unfinished(words)
  const takesTwo = isPublic(found.petition)
  const signatures = `${all.toLocaleString('en')} ${all === 1 ? 'signature stays' : 'signatures stay'}`
  return (
    <>
      <h1>
        Publish in {languageName(locale)}: {found.name}
      </h1>
      <Notice searchParams={searchParams} />
      {outdated && (
        <p className="notice wrong">Out of date: the English has changed since this translation was reviewed.</p>
      )}
      {lacking.map(({ field, why }) => (
        <p key={field} className="notice wrong">
          {textFields.find((one) => one.field === field)?.label} is {why}.
        </p>
      ))}
      {!unpublished && <p>Nothing to publish: no changes since the last published version.</p>}
      {unpublished && lacking.length === 0 && (
        <>
          {published ? (
            <>
              <p>What changes from version {published.version}: deletions struck through, additions underlined.</p>
              <TextDiff before={published.words} after={words} locale={locale} />
            </>
          ) : (
            <>
              <p>This is the first version in {languageName(locale)}.</p>
              <TextDiff before={noWords} after={words} locale={locale} first />
            </>
          )}
          <h2>What happens next</h2>
          <ul>
            <li>
              {found.petition.status === 'draft'
                ? 'The petition is still a draft: the public cannot see it until it is opened, which takes two people.'
                : 'It is public within ten seconds of a second person’s approval.'}
            </li>
            {bound.map((one) => (
              <li key={one.version}>
                {one.signatures.toLocaleString('en')} {one.signatures === 1 ? 'signature stays' : 'signatures stay'}{' '}
                bound to version {one.version}, as their signers read it. The same applies to anyone who has its form
                open now.
              </li>
            ))}
            <li>A published version is never changed or removed; the next version corrects mistakes.</li>
          </ul>
          <form action={publishWords} className="stack">
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="locale" value={locale} />
            <input type="hidden" name="expectedVersion" value={revision} />
            <input type="hidden" name="version" value={published?.version ?? 0} />
            {takesTwo && <Why />}
            <button type="submit" className="main">
              {takesTwo ? 'Request publication' : 'Publish'}
            </button>
            <p className="hint">
              As version {next}
              {published && `; ${signatures} with the earlier text`}.
            </p>
          </form>
        </>
      )}
      <p>
        <a href={`/admin/petitions/${id}/texts/${locale}`}>Back to editing</a>
      </p>
    </>
  )
})
