import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { AuditTable } from '@/components/admin/audit-table'
import { Gone } from '@/components/admin/coalition/gone'
import { ConfirmLink } from '@/components/admin/confirm/confirm-link'
import { countryName } from '@/components/admin/display-names'
import { Notice } from '@/components/admin/notice'
import { StepButton } from '@/components/admin/step-button'
import { Time } from '@/components/admin/time'
import { findApplicationForStaff } from '@/lib/coalition/admin/list-applications'
import { openApplication } from '@/lib/coalition/admin/open-sealed'
import { isId } from '@/lib/input/id'
import { listEntries } from '@/lib/staff/audit/list-entries'
import { openQuery } from '@/lib/web/admin/sealed-query'
import { languageName } from '@/messages/language-name'
import { accept, makeMember, open } from '../actions'

export const metadata: Metadata = { title: 'Application' }

export default adminPage('coalition.open', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const found = isId(id) ? await findApplicationForStaff(staff, id) : null
  if (!found) return <Gone what="application" room="applications" />
  const { kind, country, locale, state, receivedAt } = found
  const recorded = openQuery(staff, 'application', (await searchParams).opened, new Date()) === id
  const entered = recorded ? await openApplication(staff, id) : null
  const { entries } = await listEntries({ subject: `application:${id}` })
  return (
    <>
      <h1>Application to join</h1>
      <Notice searchParams={searchParams} />
      <dl>
        <dt>State</dt>
        <dd>
          <span className={state === 'confirmed' ? 'tag held' : 'tag'}>
            {state === 'confirmed' ? 'to decide' : state}
          </span>
        </dd>
        <dt>Received</dt>
        <dd>
          <Time at={receivedAt} zone />
        </dd>
        <dt>Applicant, country, language</dt>
        <dd>
          {kind}, {countryName(country)}, {languageName(locale)}
        </dd>
        {entered && (
          <>
            <dt>Name</dt>
            <dd>
              <bdi>{entered.name}</bdi>
            </dd>
            <dt>Contact</dt>
            <dd>
              {entered.contact && (
                <>
                  <bdi>{entered.contact}</bdi>,{' '}
                </>
              )}
              {entered.email}
            </dd>
            <dt>Website</dt>
            <dd>{entered.website ?? '–'}</dd>
            <dt>Why</dt>
            <dd className="said" lang={locale} dir="auto">
              {entered.comment}
            </dd>
          </>
        )}
      </dl>
      {!entered && (
        <StepButton action={open} hidden={{ id }}>
          Open application (logged)
        </StepButton>
      )}
      {state === 'confirmed' && (
        <>
          <h2>Actions</h2>
          <StepButton action={accept} hidden={{ id }} why>
            Accept
          </StepButton>
          <ConfirmLink act="decline-application" of={id}>
            Decline
          </ConfirmLink>
        </>
      )}
      {state === 'accepted' && (
        <StepButton action={makeMember} hidden={{ id }}>
          Add to members list
        </StepButton>
      )}
      <p className="hint">
        The applicant sees the decision behind their link; write to them yourself. After acceptance, add them to the
        members list: opening the prefilled form is logged. After declining, the application is deleted in 30 days.
      </p>
      <h2>History</h2>
      <AuditTable entries={entries} />
    </>
  )
})
