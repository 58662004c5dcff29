import type { Flood } from '@/lib/floods/list-floods'
import { AdminTable } from './admin-table'
import { MemberName } from './member-name'
import { PetitionName } from './petition-name'
import { Time } from './time'

interface Props {
  floods: Flood[]
  /** Begins a bulk action from a filter. */
  ask: (form: FormData) => Promise<void>
}

/** Floods, each with what can be done about it. */
export function FloodTable({ floods, ask }: Props) {
  return (
    <AdminTable
      id="list"
      heads={[
        'In common',
        { number: 'Signatures' },
        { number: 'Held' },
        { time: 'From' },
        { time: 'To' },
        'Petition',
        'Actions',
      ]}
    >
      {floods.map((flood) => (
        <tr key={`${flood.kind} ${flood.petition} ${flood.what} ${flood.from.getTime()}`}>
          <td className="name">
            <What flood={flood} />
          </td>
          <td className="number">{flood.signatures.toLocaleString('en')}</td>
          <td className="number">{flood.held.toLocaleString('en')}</td>
          <td>
            <Time at={flood.from} />
          </td>
          <td>
            <Time at={flood.to} />
          </td>
          <td>
            <PetitionName slug={flood.slug} />
          </td>
          <td>
            {flood.kind === 'domain' && flood.what === '' ? (
              'The domain’s name cannot be opened.'
            ) : (
              <form action={ask} className="row">
                {Object.entries(fieldsOf(flood)).map(([name, value]) => (
                  <input key={name} type="hidden" name={name} value={value} />
                ))}
                <button type="submit" name="verb" value="hold">
                  Hold<span className="unseen"> {described(flood)}</span>…
                </button>
                <button type="submit" name="verb" value="remove">
                  Remove<span className="unseen"> {described(flood)}</span>…
                </button>
              </form>
            )}
          </td>
        </tr>
      ))}
    </AdminTable>
  )
}

function What({ flood: { kind, what } }: { flood: Flood }) {
  switch (kind) {
    case 'domain':
      return <>Mail domain {what || 'that cannot be named'}</>
    case 'link':
      return (
        <>
          Member link <MemberName slug={what} />
        </>
      )
    case 'network':
      return <>Flag “Busy network”, one hour</>
    case 'time':
      return <>An unusual hour</>
  }
}

function described({ kind, what, signatures }: Flood): string {
  return `${signatures} ${what || (kind === 'network' ? 'of a busy network' : 'of an unusual hour')}`
}

/** The flood as the fields of a rule; its end is exclusive there. */
function fieldsOf({ kind, what, petition, from, to }: Flood): Record<string, string> {
  return {
    petition,
    from: from.toISOString(),
    to: new Date(to.getTime() + 1).toISOString(),
    reason: 'fraud',
    ...(kind === 'domain' ? { domain: what } : {}),
    ...(kind === 'link' ? { via: what } : {}),
    ...(kind === 'network' ? { signal: 'busy_network' } : {}),
  }
}
