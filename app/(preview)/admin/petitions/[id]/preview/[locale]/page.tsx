import { barePage } from '@/components/admin/admin-page'
import { languageName } from '@/components/admin/display-names'
import { t } from '@/components/admin/words'
import { PetitionPage } from '@/components/petitions/petition-page'
import { PageFrame } from '@/components/site/page-frame'
import { previewPetition } from '@/lib/petitions/admin/preview-petition'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { isLocale } from '@/messages/translator'

/** The saved words as the public would read them, with the public page's own parts. Its form cannot be sent. */
export default barePage('petition.read', async (staff, { params }) => {
  const { id = '', locale = '' } = await params
  const petition = isLocale(locale) ? await previewPetition(staff, id, locale, new Date()) : null
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
