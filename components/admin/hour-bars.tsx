import type { Overview } from '@/lib/staff/find-overview'
import { Time } from './time'

const WIDTH = 12
const HEIGHT = 120

/** Net signatures by the hour as bars, and the same as a table. */
export function HourBars({ hours }: { hours: Overview['hours'] }) {
  const most = Math.max(1, ...hours.map(({ net }) => Math.abs(net)))
  const sum = hours.reduce((total, { net }) => total + net, 0)
  return (
    <>
      <svg
        role="img"
        aria-label={`Signatures counted in each of the last ${hours.length} hours: ${sum} together, ${most} in the fullest`}
        viewBox={`0 0 ${hours.length * WIDTH} ${HEIGHT + 1}`}
        className="bars"
      >
        {hours.map(({ hour, net }, i) => {
          const height = (Math.abs(net) / most) * HEIGHT
          return (
            <rect
              key={hour.getTime()}
              x={i * WIDTH + 1}
              y={HEIGHT - height}
              width={WIDTH - 2}
              height={height}
              className={net < 0 ? 'down' : 'up'}
            />
          )
        })}
        <path d={`M0 ${HEIGHT + 0.5}H${hours.length * WIDTH}`} className="base" />
      </svg>
      <details>
        <summary>The same as a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Hour (UTC)</th>
              <th scope="col" className="number">
                Net
              </th>
            </tr>
          </thead>
          <tbody>
            {hours.map(({ hour, net }) => (
              <tr key={hour.getTime()}>
                <td>
                  <Time at={hour} />
                </td>
                <td className="number">{net.toLocaleString('en')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  )
}
