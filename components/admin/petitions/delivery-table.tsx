import type { DeliveryView } from '@/lib/delivery/list-deliveries'

/** The deliveries that were approved, with their packs and the answers to them. */
export function DeliveryTable({ petitionId, deliveries }: { petitionId: string; deliveries: DeliveryView[] }) {
  if (deliveries.length === 0) return null
  return (
    <>
      <h2>Approved</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Delivered to</th>
            <th scope="col">Pack</th>
            <th scope="col">Answers</th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map(({ id, deliveredOn, addressees, sha256, answers }) => (
            <tr key={id}>
              <td>{deliveredOn.toISOString().slice(0, 10)}</td>
              <td>{addressees.join('; ')}</td>
              <td>
                {sha256 ? (
                  <>
                    {/* On the public site, which alone serves packs. */}
                    SHA-256 of its manifest: <code>{sha256}</code>
                  </>
                ) : (
                  'Being made: reload in a minute.'
                )}
              </td>
              <td>
                <a href={`/admin/petitions/${petitionId}/hand-over/${id}`}>
                  {answers.length === 0 ? 'Enter an answer' : `${answers.length} entered`}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
