import type { DeliveryView } from '@/lib/delivery/list-deliveries'

/** The deliveries that were approved, with their packs. */
export function DeliveryTable({ deliveries }: { deliveries: DeliveryView[] }) {
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
          </tr>
        </thead>
        <tbody>
          {deliveries.map(({ id, deliveredOn, addressees, sha256 }) => (
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
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
