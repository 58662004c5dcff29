import { adminPage } from '@/components/admin/admin-page'
import { ConfirmLink } from '@/components/admin/confirm/confirm-link'
import { KeptDraft } from '@/components/admin/form/kept-draft'
import { Notice } from '@/components/admin/notice'
import { MainAction, PageHeading } from '@/components/admin/page-heading'
import { NoSuchOrder } from '@/components/admin/query-errors'
import { RoleOptions } from '@/components/admin/role-options'
import { sorted } from '@/components/admin/sorted'
import { StaffTable, staffColumns } from '@/components/admin/staff-table'
import { t } from '@/components/admin/words'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { may } from '@/lib/staff/roles'
import { listStaff } from '@/lib/staff-accounts/list-staff'
import { invite } from './actions'

export default adminPage('staff.read', async (staff, { searchParams }) => {
  const people = await listStaff(staff, new Date())
  const query = await searchParams
  const draft = await findDraft(staff, 'invitation', query.draft)
  const list = sorted(people, { path: '/admin/staff', query, columns: staffColumns })
  const sessions = people.reduce((sum, one) => sum + one.sessions, 0)
  const others = people.filter((one) => one.id !== staff.id && !one.disabledAt && may(one.role, 'staff.invite'))
  return (
    <>
      <PageHeading
        actions={may(staff.role, 'staff.manage') && <MainAction href="#email">{t('staff.inviteSomeone')}</MainAction>}
      >
        {t('staff.staff')}
      </PageHeading>
      <Notice searchParams={searchParams} />
      {list.wrong ? <NoSuchOrder query={query} /> : <StaffTable people={list.rows} sort={list.head} />}
      {may(staff.role, 'staff.manage') && (
        <>
          <h2>{t('staff.inviteSomeone')}</h2>
          <p>{t('staff.weEmailThemA')}</p>
          {others.length === 0 && (
            <p className="notice">{t.rich('staff.nobodyElseCanApprove', { code: (inner) => <code>{inner}</code> })}</p>
          )}
          <form action={invite} className="stack">
            <KeptDraft draft={draft} name="invitation" />
            <label htmlFor="email">{t('common.emailAddress')}</label>
            <input
              id="email"
              name="email"
              type="email"
              required
              maxLength={254}
              autoComplete="off"
              defaultValue={draft?.fields.email}
            />
            <label htmlFor="role">{t('common.role')}</label>
            <select id="role" name="role" required defaultValue={draft?.fields.role ?? ''}>
              <RoleOptions />
            </select>
            <label htmlFor="reason">{t('staff.reasonForTheSecond')}</label>
            <input id="reason" name="reason" maxLength={300} defaultValue={draft?.fields.reason} />
            <button type="submit" className="main">
              {t('staff.invite')}
            </button>
          </form>
        </>
      )}
      {may(staff.role, 'staff.end_session') && sessions > 1 && (
        <>
          <h2>{t('staff.emergency')}</h2>
          <ConfirmLink act="end-all-sessions" of="everybody">
            {t('staff.endAllSessionsBut')}
          </ConfirmLink>
        </>
      )}
    </>
  )
})
