import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { AuditTable } from '@/components/admin/audit-table'
import { Gone } from '@/components/admin/coalition/gone'
import { ConfirmLink } from '@/components/admin/confirm/confirm-link'
import { countryName } from '@/components/admin/display-names'
import { Notice } from '@/components/admin/notice'
import { StepButton } from '@/components/admin/step-button'
import { Time } from '@/components/admin/time'
import { findEditableCoSignature } from '@/lib/coalition/admin/find-editable-co-signature'
import { openCoSignature } from '@/lib/coalition/admin/open-sealed'
import { listEntries } from '@/lib/staff/audit/list-entries'
import { may } from '@/lib/staff/roles'
import { openQuery } from '@/lib/web/admin/sealed-query'
import { accept, open } from '../actions'

export const metadata: Metadata = { title: 'Co-signature' }

export default adminPage('coalition.read', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const found = await findEditableCoSignature(staff, id)
  if (!found) return <Gone what="co-signature" room="co-signatures" />
  const { organisation, country, domain, member, state, letterId, letterTitle, sealed, history } = found
  const opens = may(staff.role, 'coalition.open')
  const recorded = openQuery(staff, 'co-signature', (await searchParams).opened, new Date()) === id
  const who = opens && recorded ? await openCoSignature(staff, id) : null
  const { entries } = await listEntries({ subject: `co_signature:${id}` })
  return (
    <>
      <h1>{organisation}</h1>
      <Notice searchParams={searchParams} />
      <dl>
        <dt>State</dt>
        <dd>
          <span className={state === 'confirmed' ? 'tag held' : 'tag'}>{state}</span>
        </dd>
        <dt>Letter</dt>
        <dd>
          <a href={`/admin/coalition/letters/${letterId}`}>{letterTitle}</a>
        </dd>
        <dt>Country</dt>
        <dd>{country ? countryName(country) : 'not named'}</dd>
        <dt>Member</dt>
        <dd>{member ? <a href={`/admin/coalition/members/${member.id}`}>{member.name}</a> : 'none'}</dd>
        {domain && (
          <>
            <dt>Link asked for from</dt>
            <dd>
              an address at <strong>{domain}</strong>. Compare it with the organisation’s site.
            </dd>
          </>
        )}
        <dt>Signed by</dt>
        <dd>
          {who ? (
            <>
              <bdi>{who.name}</bdi>, <bdi>{who.role}</bdi>, {who.email}
            </>
          ) : sealed && opens ? (
            <StepButton action={open} hidden={{ id }}>
              Show signatory (logged)
            </StepButton>
          ) : sealed ? (
            'sealed; your role has no access'
          ) : (
            'no longer stored'
          )}
        </dd>
        <dt>History</dt>
        <dd>
          {history.map(({ state, at }) => (
            <span key={`${state} ${at.toISOString()}`}>
              {state} <Time at={at} zone />
              <br />
            </span>
          ))}
        </dd>
      </dl>
      {state === 'confirmed' && may(staff.role, 'coalition.decide') && (
        <>
          <h2>Actions</h2>
          <StepButton
            action={accept}
            hidden={{ id }}
            hint="The organisation appears as a signatory within ten seconds."
          >
            Accept
          </StepButton>
          <ConfirmLink act="decline-co-signature" of={id} hint="It does not appear as a signatory.">
            Decline
          </ConfirmLink>
        </>
      )}
      <h2>History</h2>
      <AuditTable entries={entries} />
    </>
  )
})
