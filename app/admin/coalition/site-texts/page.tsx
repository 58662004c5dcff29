import { adminPage } from '@/components/admin/admin-page'
import { Languages } from '@/components/admin/coalition/languages'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { t, tOf } from '@/components/admin/words'
import { listSiteTexts } from '@/lib/coalition/site-texts/list-site-texts'

/** The site's own texts by place, each in every language. */
export default adminPage('coalition.read', async (staff, { searchParams }) => (
  <>
    <PageHeading>{t('coalition.siteTexts')}</PageHeading>
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
