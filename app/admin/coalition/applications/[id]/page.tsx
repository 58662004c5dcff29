import { adminPage } from '@/components/admin/admin-page'
import { AuditTable } from '@/components/admin/audit-table'
import { codeName } from '@/components/admin/code-name'
import { ConfirmLink } from '@/components/admin/confirm/confirm-link'
import { placeCrumb } from '@/components/admin/crumbs'
import { countryName, languageName } from '@/components/admin/display-names'
import { NotFound } from '@/components/admin/not-found'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { StatusPill } from '@/components/admin/pill'
import { StepButton } from '@/components/admin/step-button'
import { Time } from '@/components/admin/time'
import { t } from '@/components/admin/words'
import { findApplicationForStaff } from '@/lib/coalition/admin/list-applications'
import { openApplication } from '@/lib/coalition/admin/open-sealed'
import { isId } from '@/lib/input/id'
import { listEntries } from '@/lib/staff/audit/list-entries'
import { openQuery } from '@/lib/web/admin/sealed-query'
import { accept, makeMember, open } from '../actions'

export default adminPage('coalition.open', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const found = isId(id) ? await findApplicationForStaff(staff, id) : null
  if (!found) return <NotFound what={t('coalition.application')} list="/admin/coalition/applications" />
  const { kind, country, locale, state, receivedAt } = found
  const recorded = openQuery(staff, 'application', (await searchParams).opened, new Date()) === id
  const entered = recorded ? await openApplication(staff, id) : null
  const { entries } = await listEntries({ subject: `application:${id}` })
  return (
    <>
      <PageHeading below={[placeCrumb('/admin/coalition/applications')]}>
        {t('coalition.applicationToJoin')}
      </PageHeading>
      <Notice searchParams={searchParams} />
      <dl>
        <dt>{t('common.state')}</dt>
        <dd>
          <StatusPill code={state === 'confirmed' ? 'to_review' : state} />
        </dd>
        <dt>{t('common.received')}</dt>
        <dd>
          <Time at={receivedAt} zone />
        </dd>
        <dt>{t('coalition.applicantCountryLanguage')}</dt>
        <dd>
          {codeName(kind)}, {countryName(country)}, {languageName(locale)}
        </dd>
        {entered && (
          <>
            <dt>{t('common.name')}</dt>
            <dd>
              <bdi>{entered.name}</bdi>
            </dd>
            <dt>{t('coalition.contact')}</dt>
            <dd>
              {entered.contact && (
                <>
                  <bdi>{entered.contact}</bdi>,{' '}
                </>
              )}
              {entered.email}
            </dd>
            <dt>{t('common.website')}</dt>
            <dd>{entered.website ?? '–'}</dd>
            <dt>{t('coalition.why')}</dt>
            <dd className="said" lang={locale} dir="auto">
              {entered.comment}
            </dd>
          </>
        )}
      </dl>
      {!entered && (
        <StepButton action={open} hidden={{ id }}>
          {t('coalition.openApplicationLogged')}
        </StepButton>
      )}
      {state === 'confirmed' && (
        <>
          <h2>{t('common.actions')}</h2>
          <StepButton action={accept} hidden={{ id }} why>
            {t('coalition.accept')}
          </StepButton>
          <ConfirmLink act="decline-application" of={id}>
            {t('coalition.decline')}
          </ConfirmLink>
        </>
      )}
      {state === 'accepted' && (
        <StepButton action={makeMember} hidden={{ id }}>
          {t('coalition.addToMembersList')}
        </StepButton>
      )}
      <p className="hint">{t('coalition.theApplicantSeesThe')}</p>
      <h2>{t('common.history')}</h2>
      <AuditTable entries={entries} />
    </>
  )
})
