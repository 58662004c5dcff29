/** How far towards a goal, as a thin bar. The sentence in `label` says the same in numbers. */
export function ProgressBar({ value, max, label }: { value: number; max: number; label: string }) {
  const part = Math.min(1, max > 0 ? value / max : 0)
  return (
    <svg role="img" aria-label={label} width="100%" height="10" className="block rtl:-scale-x-100" data-goal={max}>
      <rect y="4" width="100%" height="2" className="fill-edge" />
      <rect width={`${(part * 100).toFixed(2)}%`} height="10" className="fill-accent" />
    </svg>
  )
}
