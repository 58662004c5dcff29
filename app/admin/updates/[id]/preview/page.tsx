import { adminPage } from '@/components/admin/admin-page'
import { placeCrumb } from '@/components/admin/crumbs'
import { languageName } from '@/components/admin/display-names'
import { PageHeading } from '@/components/admin/page-heading'
import { Tabs } from '@/components/admin/tabs'
import { t } from '@/components/admin/words'
import { previewMailing } from '@/lib/mailings/find-mailing'
import { locales } from '@/messages/translator'

export default adminPage('update.read', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const asked = (await searchParams).language ?? 'en'
  const locale = locales.find((one) => one === asked)
  const mail = locale ? await previewMailing(staff, id, locale) : null
  return (
    <>
      <PageHeading
        below={[
          placeCrumb('/admin/updates'),
          ...(mail ? [{ href: `/admin/updates/${id}`, words: mail.subject, entered: true }] : []),
        ]}
        here={t('common.preview')}
      >
        {mail ? <bdi>{mail.subject}</bdi> : t('updates.nothingToPreview')}
      </PageHeading>
      <Tabs
        name={t('common.languages')}
        tabs={locales.map((one) => ({
          href: `/admin/updates/${id}/preview?language=${one}`,
          words: languageName(one),
          current: one === locale,
        }))}
      />
      <p className="row">
        <a href={`/admin/updates/${id}`}>{t('updates.backToTheMailing')}</a>
      </p>
      {mail ? (
        <>
          <p>{t('updates.signersInThisLanguage')}</p>
          <h2>{t('updates.withFormatting')}</h2>
          <iframe
            className="mail"
            title={t('updates.emailIn', { language: locale ? languageName(locale) : '' })}
            sandbox=""
            src={`/admin/updates/${id}/mail?language=${locale}`}
          />
          <h2>{t('updates.asPlainText')}</h2>
          <pre className="mail" dir="auto">
            {mail.text}
          </pre>
          <h2>{t('updates.specialHeaders')}</h2>
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
        <p className="empty">{locale ? t('updates.thereIsNoText') : t('updates.theSiteDoesNot')}</p>
      )}
    </>
  )
})
