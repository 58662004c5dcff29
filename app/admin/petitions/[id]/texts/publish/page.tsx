import { adminPage } from '@/components/admin/admin-page'
import { languageName } from '@/components/admin/display-names'
import { Empty } from '@/components/admin/empty'
import { NotFound } from '@/components/admin/not-found'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { textCrumbs } from '@/components/admin/petitions/text-crumbs'
import { TextToPublish } from '@/components/admin/petitions/text-to-publish'
import { Why } from '@/components/admin/petitions/why'
import { t } from '@/components/admin/words'
import { findForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { isPublic } from '@/lib/petitions/texts/is-public'
import { unfinished } from '@/lib/petitions/texts/petition-words'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { publishAll } from '../actions'

/** All languages with unpublished changes, the changes in each, and one button for those that are complete. */
export default adminPage('petition.write', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const found = await findForAdmin(staff, id, readerLanguage())
  if (!found) return <NotFound what={t('common.text')} list="/admin/petitions" />
  const texts = found.languages.filter(({ unpublished }) => unpublished)
  const whole = texts.filter(({ words }) => unfinished(words).length === 0)
  const takesTwo = isPublic(found.petition)
  return (
    <>
      <PageHeading below={textCrumbs(found)} here={t('common.publish')}>
        {t('petitions.publishAllOf', { name: found.name })}
      </PageHeading>
      <Notice searchParams={searchParams} />
      {texts.length === 0 && (
        <Empty next={{ href: `/admin/petitions/${id}/texts`, words: t('petitions.texts') }}>
          {t('petitions.nothingToPublishNo')}
        </Empty>
      )}
      {texts.map((text) => (
        <section key={text.locale}>
          <h2>{languageName(text.locale)}</h2>
          <TextToPublish text={text} heading="h3" />
        </section>
      ))}
      {whole.length > 0 && (
        <form action={publishAll} className="stack">
          <input type="hidden" name="id" value={id} />
          {whole.map(({ locale, revision, published }) => (
            <input key={locale} type="hidden" name="text" value={`${locale}.${revision}.${published?.version ?? 0}`} />
          ))}
          {takesTwo && <Why />}
          <button type="submit" className="main">
            {t(takesTwo ? 'petitions.requestPublicationOf' : 'petitions.publishThese', { languages: whole.length })}
          </button>
          <p className="hint">
            {t(takesTwo ? 'petitions.itIsPublicWithin' : 'petitions.thePetitionIsStill')}{' '}
            {t('petitions.aPublishedVersionIs')}
          </p>
        </form>
      )}
    </>
  )
})
