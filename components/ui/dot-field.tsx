const COLUMNS = 40
const CELL = 10

/**
 * A field of equal dots in rows of forty, read like text. Two rectangles filled with a pattern, so that a
 * thousand dots weigh no more than ten.
 * @param id unique on the page
 */
export function DotField({ id, dots, label }: { id: string; dots: number; label: string }) {
  const rows = Math.floor(dots / COLUMNS)
  const rest = dots % COLUMNS
  const height = Math.ceil(dots / COLUMNS) * CELL
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${COLUMNS * CELL} ${height}`}
      className="block w-full rtl:-scale-x-100"
    >
      <pattern id={id} width={CELL} height={CELL} patternUnits="userSpaceOnUse">
        <circle cx={CELL / 2} cy={CELL / 2} r="3.4" className="fill-accent" />
      </pattern>
      {rows > 0 && <rect width={COLUMNS * CELL} height={rows * CELL} fill={`url(#${id})`} />}
      {rest > 0 && <rect y={rows * CELL} width={rest * CELL} height={CELL} fill={`url(#${id})`} />}
    </svg>
  )
}
