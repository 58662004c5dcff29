import type { Queue } from '@/lib/overview/list-queues'

/** What needs a decision, longest queues first. Each number links to its rows. */
export function QueueTable({ queues, now }: { queues: Queue[]; now: Date }) {
  const sorted = queues.toSorted((a, b) => Number(b.waiting > 0) - Number(a.waiting > 0))
  return (
    <div className="scroll">
      <table className="shares">
        <thead>
          <tr>
            <th scope="col">Awaiting a person</th>
            <th scope="col" className="number">
              Waiting
            </th>
            <th scope="col">Longest</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ name, waiting, oldest, href }) => (
            <tr key={name}>
              <th scope="row">{href ? <a href={href}>{name}</a> : name}</th>
              <td className="number">{waiting.toLocaleString('en')}</td>
              <td>
                {oldest && waiting > 0 ? (
                  <time dateTime={oldest.toISOString()} title={`since ${oldest.toISOString().slice(0, 16)} UTC`}>
                    {age(now.getTime() - oldest.getTime())}
                  </time>
                ) : (
                  '–'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function age(ms: number): string {
  const hours = ms / 3_600_000
  if (hours < 1) return 'under an hour'
  return hours < 48 ? `${Math.floor(hours)} h` : `${Math.floor(hours / 24)} days`
}
