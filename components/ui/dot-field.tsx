const CELL = 10

/**
 * A field of equal dots in rows, filled as one reads. Two rectangles with a pattern, so that a thousand dots
 * weigh no more than ten.
 * @param props.id unique on the page: the pattern's
 */
export function DotField(props: { id: string; dots: number; columns: number; label: string }) {
  const { id, dots, columns, label } = props
  const rows = Math.floor(dots / columns)
  const rest = dots % columns
  const width = columns * CELL
  const height = Math.ceil(dots / columns) * CELL
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} className="block w-full rtl:-scale-x-100">
      <pattern id={id} width={CELL} height={CELL} patternUnits="userSpaceOnUse">
        <circle cx={CELL / 2} cy={CELL / 2} r="3.4" className="fill-accent" />
      </pattern>
      {rows > 0 && <rect width={width} height={rows * CELL} fill={`url(#${id})`} />}
      {rest > 0 && <rect y={rows * CELL} width={rest * CELL} height={CELL} fill={`url(#${id})`} />}
    </svg>
  )
}
