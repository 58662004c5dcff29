import { adminPage } from '@/components/admin/admin-page'
import { codeName } from '@/components/admin/code-name'
import { placeCrumb } from '@/components/admin/crumbs'
import { deviceName, factorName } from '@/components/admin/device-name'
import { LeftForms } from '@/components/admin/left-forms'
import { NotFound } from '@/components/admin/not-found'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { StatusPill } from '@/components/admin/pill'
import { StaffActions } from '@/components/admin/staff-actions'
import { stateOf } from '@/components/admin/staff-table'
import { Time } from '@/components/admin/time'
import { t } from '@/components/admin/words'
import { findLeftForms } from '@/lib/staff/drafts/hand-over-forms'
import { may } from '@/lib/staff/roles'
import { staffName } from '@/lib/staff/staff-name'
import { findStaffMember } from '@/lib/staff-accounts/list-staff'
import { again, changeTheirRole, giveForms, restoreAccess } from '../actions'

const actions = { again, changeTheirRole, restoreAccess }

export default adminPage('staff.read', async (staff, { params, searchParams }) => {
  const [{ id = '' }, { reason }] = await Promise.all([params, searchParams])
  const person = await findStaffMember(staff, id, new Date())
  if (!person) return <NotFound what={t('common.person')} list="/admin/staff" />
  const { email, role, factor, signedInAt, disabledAt, createdAt, open } = person
  const left = disabledAt && may(staff.role, 'staff.manage') ? await findLeftForms(staff, person) : null
  return (
    <>
      <PageHeading tab={t('staff.staff')} below={[placeCrumb('/admin/staff')]}>
        <bdi>{staffName(person)}</bdi>
      </PageHeading>
      <Notice searchParams={searchParams} />
      <dl>
        <dt>{t('common.emailAddress')}</dt>
        <dd>{email}</dd>
        <dt>{t('common.role')}</dt>
        <dd>{codeName(role)}</dd>
        <dt>{t('common.state')}</dt>
        <dd>
          <StatusPill code={stateOf(person)} />
          {disabledAt && <> {t.rich('staff.since', { time: () => <Time at={disabledAt} zone /> })}</>}
        </dd>
        <dt>{t('common.secondFactor')}</dt>
        <dd>{factor ? factorName(factor) : t('staff.noneYet')}</dd>
        <dt>{t('staff.memberSince')}</dt>
        <dd>
          <Time at={createdAt} zone />
        </dd>
        <dt>{t('staff.lastSignedIn')}</dt>
        <dd>{signedInAt ? <Time at={signedInAt} /> : t('common.never')}</dd>
        <dt>{t('staff.openSessions')}</dt>
        <dd>
          {open.length === 0 && t('common.none')}
          {open.map((session) => (
            <div key={session.id}>
              {t.rich('staff.sessionSince', {
                device: session.device ? deviceName(session.device) : t('account.unknownBrowser'),
                time: () => <Time at={session.createdAt} />,
                factor: session.factor ? factorName(session.factor) : t('staff.oneFactorOnly'),
              })}
            </div>
          ))}
        </dd>
      </dl>
      {may(staff.role, 'audit.read') && (
        <p>
          <a href={`/admin/audit?person=${person.id}`}>{t('audit.entriesOfPerson')}</a>
        </p>
      )}
      {may(staff.role, 'staff.manage') && (
        <StaffActions
          person={person}
          actions={actions}
          self={person.id === staff.id}
          reason={typeof reason === 'string' ? reason : ''}
        />
      )}
      {left && <LeftForms id={person.id} left={left} handOver={giveForms} />}
    </>
  )
})
