import { barePage } from '@/components/admin/admin-page'
import { languageName } from '@/components/admin/display-names'
import { t } from '@/components/admin/words'
import { PetitionPage } from '@/components/petitions/petition-page'
import { PageFrame } from '@/components/site/page-frame'
import { previewPetition } from '@/lib/petitions/admin/preview-petition'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { isLocale } from '@/messages/translator'

/**
 * The saved words as the public would read them, with the public page's own parts, or with `draft` those that its
 * person has typed. Its form cannot be sent.
 */
export default barePage('petition.read', async (staff, { params, searchParams }) => {
  const { id = '', locale = '' } = await params
  const draft = await findDraft(staff, 'petition text', (await searchParams).draft)
  const typed = draft?.fields.id === id && draft.fields.locale === locale ? draft.fields : null
  const petition = isLocale(locale) ? await previewPetition(staff, id, locale, new Date(), typed) : null
  if (!petition || !isLocale(locale)) return <h1>{t('petitions.nothingToPreviewNo')}</h1>
  return (
    <>
      <PageFrame locale={locale} path={`/petitions/${petition.slug}`}>
        <fieldset disabled className="contents">
          <PetitionPage petition={petition} locale={locale} />
        </fieldset>
      </PageFrame>
      <aside
        aria-label={t('common.preview')}
        lang={readerLanguage()}
        dir="ltr"
        className="order-first bg-accent px-5 py-3 text-center text-base text-on-accent"
      >
        {t.rich('petitions.previewInThePublic', {
          language: languageName(locale),
          link: (inner) => (
            <a href={`/admin/petitions/${id}/texts`} className="text-on-accent">
              {inner}
            </a>
          ),
        })}
      </aside>
    </>
  )
})
