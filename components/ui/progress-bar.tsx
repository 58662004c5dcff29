/** Progress towards a goal, as a thin bar. Hidden from screen readers: both numbers are next to it. */
export function ProgressBar({ value, max }: { value: number; max: number }) {
  const part = Math.min(1, max > 0 ? value / max : 0)
  return (
    <svg aria-hidden="true" width="100%" height="10" className="block rtl:-scale-x-100" data-goal={max}>
      <rect y="4" width="100%" height="2" className="fill-edge" />
      <rect width={`${(part * 100).toFixed(2)}%`} height="10" className="fill-accent" />
    </svg>
  )
}
