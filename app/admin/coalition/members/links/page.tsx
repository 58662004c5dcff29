import { adminPage } from '@/components/admin/admin-page'
import { LinkSheet } from '@/components/admin/coalition/link-sheet'
import { placeCrumb } from '@/components/admin/crumbs'
import { languageName } from '@/components/admin/display-names'
import { Empty } from '@/components/admin/empty'
import { FilterChoice } from '@/components/admin/filter-field'
import { PageHeading } from '@/components/admin/page-heading'
import { t } from '@/components/admin/words'
import { listMembers } from '@/lib/coalition/list-members'
import { listPetitions } from '@/lib/petitions/list-petitions'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { isLocale, locales } from '@/messages/translator'

/** The links and QR codes of all members, to copy or print at once. */
export default adminPage('coalition.read', async (_, { searchParams }) => {
  const { petition, language } = await searchParams
  const locale = typeof language === 'string' && isLocale(language) ? language : readerLanguage()
  const open = (await listPetitions(locale)).filter(({ status }) => status === 'open')
  const chosen = open.find(({ slug }) => slug === petition) ?? open[0]
  const members = chosen ? await listMembers(locale) : []
  return (
    <>
      <PageHeading below={[placeCrumb('/admin/coalition/members')]}>{t('coalition.linksOfAllMembers')}</PageHeading>
      {!chosen && (
        <Empty next={{ href: '/admin/petitions', words: t('common.petitions') }}>
          {t('coalition.noPetitionIsOpen')}
        </Empty>
      )}
      {chosen && (
        <>
          <form method="get" className="filters unprinted">
            <FilterChoice
              name="petition"
              label={t('common.petition')}
              value={chosen.slug}
              wrong={false}
              options={open.map(({ slug, text }) => [slug, text.title])}
            />
            <FilterChoice
              name="language"
              label={t('coalition.languageOfThePage')}
              value={locale}
              wrong={false}
              options={locales.map((one) => [one, languageName(one)])}
            />
            <button type="submit">{t('common.show')}</button>
          </form>
          <p className="hint unprinted">{t('coalition.printThisPage')}</p>
          <LinkSheet petition={chosen} locale={locale} members={members} />
        </>
      )}
    </>
  )
})
