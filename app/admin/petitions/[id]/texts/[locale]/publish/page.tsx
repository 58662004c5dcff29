import { adminPage } from '@/components/admin/admin-page'
import { languageName } from '@/components/admin/display-names'
import { NotFound } from '@/components/admin/not-found'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { signaturesIn } from '@/components/admin/petitions/signatures-in'
import { textCrumbs } from '@/components/admin/petitions/text-crumbs'
import { TextToPublish } from '@/components/admin/petitions/text-to-publish'
import { Why } from '@/components/admin/petitions/why'
import { t } from '@/components/admin/words'
import { findForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { isPublic } from '@/lib/petitions/texts/is-public'
import { listVersions } from '@/lib/petitions/texts/list-versions'
import { unfinished } from '@/lib/petitions/texts/petition-words'
import { countByText } from '@/lib/signatures/admin/count-rows'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { publishWords } from '../../actions'

export default adminPage('petition.write', async (staff, { params, searchParams }) => {
  const { id = '', locale = '' } = await params
  const found = await findForAdmin(staff, id, readerLanguage())
  const text = found?.languages.find((one) => one.locale === locale)
  if (!found || !text) return <NotFound what={t('common.text')} list="/admin/petitions" />
  const [versions, signed] = await Promise.all([listVersions(id, locale), countByText(staff, id)])
  const { published, words, revision, unpublished } = text
  const next = (published?.version ?? 0) + 1
  const lacking = unfinished(words)
  const takesTwo = isPublic(found.petition)
  return (
    <>
      <PageHeading below={textCrumbs(found, locale)} here={t('common.publish')}>
        {t('petitions.publishIn', { language: languageName(locale), name: found.name })}
      </PageHeading>
      <Notice searchParams={searchParams} />
      {!unpublished && <p>{t('petitions.nothingToPublishNo')}</p>}
      {unpublished && <TextToPublish text={text} />}
      {unpublished && lacking.length === 0 && (
        <>
          <h2>{t('petitions.whatHappensNext')}</h2>
          <ul>
            <li>
              {found.petition.status === 'draft' ? t('petitions.thePetitionIsStill') : t('petitions.itIsPublicWithin')}
            </li>
            {versions.map(({ version, sha256 }) => (
              <li key={version}>{t('petitions.boundTo', { signatures: signaturesIn(signed, sha256), version })}</li>
            ))}
            <li>{t('petitions.aPublishedVersionIs')}</li>
          </ul>
          <form action={publishWords} className="stack">
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="locale" value={locale} />
            <input type="hidden" name="expectedVersion" value={revision} />
            <input type="hidden" name="version" value={published?.version ?? 0} />
            {takesTwo && <Why />}
            <button type="submit" className="main">
              {takesTwo ? t('petitions.requestPublication') : t('common.publish')}
            </button>
            <p className="hint">{t(published ? 'petitions.asVersionAfter' : 'petitions.asVersion', { next })}</p>
          </form>
        </>
      )}
      <p>
        <a href={`/admin/petitions/${id}/texts/${locale}`}>{t('petitions.backToEditing')}</a>
      </p>
    </>
  )
})
