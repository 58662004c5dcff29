import { adminPage } from '@/components/admin/admin-page'
import { AuditTable } from '@/components/admin/audit-table'
import { CoSignaturePill } from '@/components/admin/coalition/co-signature-pill'
import { codeName } from '@/components/admin/code-name'
import { ConfirmLink } from '@/components/admin/confirm/confirm-link'
import { placeCrumb } from '@/components/admin/crumbs'
import { countryName } from '@/components/admin/display-names'
import { NotFound } from '@/components/admin/not-found'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { StepButton } from '@/components/admin/step-button'
import { Time } from '@/components/admin/time'
import { t } from '@/components/admin/words'
import { findEditableCoSignature } from '@/lib/coalition/admin/find-editable-co-signature'
import { openCoSignature } from '@/lib/coalition/admin/open-sealed'
import { listEntries } from '@/lib/staff/audit/list-entries'
import { may } from '@/lib/staff/roles'
import { openQuery } from '@/lib/web/admin/sealed-query'
import { accept, open } from '../actions'

export default adminPage('coalition.read', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const found = await findEditableCoSignature(staff, id)
  if (!found) return <NotFound what={t('coalition.coSignature')} list="/admin/coalition/co-signatures" />
  const { organisation, country, domain, onOwnPage, member, state, letterId, letterTitle, sealed, history, own } = found
  const opens = may(staff.role, 'coalition.open')
  const recorded = openQuery(staff, 'co-signature', (await searchParams).opened, new Date()) === id
  const who = opens && recorded ? await openCoSignature(staff, id) : null
  const { entries } = await listEntries({ subject: `co_signature:${id}` })
  return (
    <>
      <PageHeading below={[placeCrumb('/admin/coalition/co-signatures')]}>
        <bdi>{organisation}</bdi>
      </PageHeading>
      <Notice searchParams={searchParams} />
      <dl>
        <dt>{t('common.state')}</dt>
        <dd>
          <CoSignaturePill state={state} />
        </dd>
        <dt>{t('common.letter')}</dt>
        <dd>
          <a href={`/admin/coalition/letters/${letterId}`}>
            <bdi>{letterTitle}</bdi>
          </a>
        </dd>
        <dt>{t('common.country')}</dt>
        <dd>{country ? countryName(country) : t('coalition.notNamed')}</dd>
        <dt>{t('common.member')}</dt>
        <dd>
          {member ? (
            <a href={`/admin/coalition/members/${member.id}`}>
              <bdi>{member.name}</bdi>
            </a>
          ) : (
            t('common.none')
          )}
        </dd>
        {domain && (
          <>
            <dt>{t('coalition.linkAskedForFrom')}</dt>
            <dd>{t.rich('coalition.addressAt', { domain, strong: (inner) => <strong>{inner}</strong> })}</dd>
          </>
        )}
        <dt>{t('coalition.signedBy')}</dt>
        <dd>
          {onOwnPage && <p>{t('coalition.signedOnOwnPage')}</p>}
          {who ? (
            <>
              <bdi>{who.name}</bdi>, <bdi>{who.role}</bdi>
              {who.email && `, ${who.email}`}
            </>
          ) : sealed && opens ? (
            <StepButton action={open} hidden={{ id }}>
              {t('coalition.showSignatoryLogged')}
            </StepButton>
          ) : sealed ? (
            t('common.sealedYourRoleHas')
          ) : (
            t('coalition.noLongerStored')
          )}
        </dd>
        {history.length > 0 && (
          <>
            <dt>{t('common.progress')}</dt>
            <dd>
              {history.map(({ state, at }) => (
                <span key={`${state} ${at.toISOString()}`}>
                  {codeName(state)} <Time at={at} zone />
                  <br />
                </span>
              ))}
            </dd>
          </>
        )}
      </dl>
      {state === 'confirmed' && may(staff.role, 'coalition.decide') && (
        <>
          <h2>{t('common.actions')}</h2>
          {own ? (
            <p>{t('coalition.someoneElseAccepts')}</p>
          ) : (
            <StepButton action={accept} hidden={{ id }} hint={t('coalition.theOrganisationAppearsAs')}>
              {t('coalition.accept')}
            </StepButton>
          )}
          <ConfirmLink act="decline-co-signature" of={id} hint={t('coalition.itDoesNotAppear')}>
            {t('coalition.decline')}
          </ConfirmLink>
        </>
      )}
      {state === 'approved' && may(staff.role, 'coalition.decide') && (
        <>
          <h2>{t('common.actions')}</h2>
          <ConfirmLink act="remove-co-signature" of={id} hint={t('coalition.itLeavesItsLetter')}>
            {t('coalition.removeFromLetter')}
          </ConfirmLink>
        </>
      )}
      <h2>{t('common.history')}</h2>
      <AuditTable entries={entries} />
    </>
  )
})
