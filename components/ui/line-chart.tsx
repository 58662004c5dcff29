import { scaleLinear, scaleTime } from 'd3-scale'
import { area, line } from 'd3-shape'

const WIDTH = 720
const HEIGHT = 200
const PAD = 8

/** One line over time, from zero. The dates and numbers that matter are next to it as text. */
export function LineChart({ points, label }: { points: { at: Date; total: number }[]; label: string }) {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return null
  const x = scaleTime([first.at, last.at], [0, WIDTH - PAD])
  const y = scaleLinear([0, Math.max(...points.map(({ total }) => total), 1)], [HEIGHT, PAD])
  const places = points.map(({ at, total }): [number, number] => [x(at), y(total)])
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT + PAD}`}
      className="block w-full rtl:-scale-x-100"
    >
      <path d={area().y0(HEIGHT).digits(0)(places) ?? ''} className="fill-accent opacity-10" />
      <path d={`M0 ${HEIGHT}H${WIDTH}`} className="stroke-edge" />
      <path
        d={line().digits(0)(places) ?? ''}
        className="fill-none stroke-accent"
        strokeWidth="3"
        strokeLinejoin="round"
      />
      <circle cx={x(last.at)} cy={y(last.total)} r="6" className="fill-accent" />
    </svg>
  )
}
