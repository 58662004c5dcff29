import { adminPage } from '@/components/admin/admin-page'
import { languageName } from '@/components/admin/display-names'
import { NotFound } from '@/components/admin/not-found'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { DraftConflict } from '@/components/admin/petitions/draft-conflict'
import { LanguageTabs } from '@/components/admin/petitions/language-tabs'
import { MissingFields } from '@/components/admin/petitions/missing-fields'
import { queryText } from '@/components/admin/petitions/query-text'
import { textCrumbs } from '@/components/admin/petitions/text-crumbs'
import { TextWays } from '@/components/admin/petitions/text-ways'
import { WriteText } from '@/components/admin/petitions/write-text'
import { PreviewBeside } from '@/components/admin/preview-beside'
import { t } from '@/components/admin/words'
import { findForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { isPublic } from '@/lib/petitions/texts/is-public'
import { listDraftConflicts } from '@/lib/petitions/texts/list-draft-conflicts'
import { sourceThen } from '@/lib/petitions/texts/source-then'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { sourceLocale } from '@/messages/translator'
import { saveWords } from '../actions'

export default adminPage('petition.write', async (staff, { params, searchParams }) => {
  const { id = '', locale = '' } = await params
  const found = await findForAdmin(staff, id, readerLanguage())
  const text = found?.languages.find((one) => one.locale === locale)
  const source = found?.languages.find((one) => one.locale === sourceLocale)
  if (!found || !text || !source) return <NotFound what={t('common.text')} list="/admin/petitions" />
  const [query, conflicts] = await Promise.all([searchParams, listDraftConflicts(staff, id, locale)])
  const typed = await findDraft(staff, 'petition text', query.draft)
  const draft = typed?.fields.locale === locale && typed.fields.id === id ? typed : null
  const conflict = conflicts.find((one) => one.id === queryText(query.conflict))
  const before = text.outdated ? await sourceThen(id, text.sourceRevision) : null
  return (
    <>
      <PageHeading below={textCrumbs(found)} here={languageName(locale)}>
        <bdi>{found.name}</bdi>: {languageName(locale)}
      </PageHeading>
      <Notice searchParams={searchParams} />
      <LanguageTabs found={found} current={locale} />
      <TextWays petitionId={id} text={text} />
      <MissingFields text={text} />
      {conflicts.map(
        (one) =>
          one !== conflict && (
            <p key={one.id} className="notice">
              {t.rich('petitions.textThatYouTyped', { link: (inner) => <a href={`?conflict=${one.id}`}>{inner}</a> })}
            </p>
          ),
      )}
      {conflict ? (
        <DraftConflict petitionId={id} text={text} source={source} conflict={conflict} save={saveWords} />
      ) : (
        <WriteText
          petitionId={id}
          text={text}
          source={source}
          before={before}
          draft={draft}
          preview={
            query.view === 'preview' ? (
              <PreviewBeside
                src={`/admin/petitions/${id}/preview/${locale}`}
                draft={draft && String(query.draft)}
                title={t('petitions.previewFrame')}
              />
            ) : null
          }
          isPublic={isPublic(found.petition)}
          save={saveWords}
        />
      )}
    </>
  )
})
