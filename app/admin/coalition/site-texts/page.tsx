import { adminPage } from '@/components/admin/admin-page'
import { Languages } from '@/components/admin/coalition/languages'
import { Notice } from '@/components/admin/notice'
import { pageTitle } from '@/components/admin/page-title'
import { t, tOf } from '@/components/admin/words'
import { listSiteTexts } from '@/lib/coalition/site-texts/list-site-texts'

export const generateMetadata = pageTitle('coalition.siteTexts')

/** The site's own words by where they stand, each in every language. */
export default adminPage('coalition.read', async (staff, { searchParams }) => (
  <>
    <h1>{t('coalition.siteTexts')}</h1>
    <Notice searchParams={searchParams} />
    <p>{t('coalition.theCoalitionsOwnWords')}</p>
    {(await listSiteTexts(staff)).map(({ key, locales }) => (
      <section key={key} aria-labelledby={key}>
        <h2 id={key}>{tOf('siteText', key)}</h2>
        <p>{tOf('siteText', `${key}-place`)}</p>
        <Languages kind="site" thing={key} there={locales} />
      </section>
    ))}
  </>
))
