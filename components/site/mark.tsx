/** The coalition's mark: nine dots, one of them open, for those unaccounted for. */
export function Mark() {
  return (
    <svg viewBox="0 0 36 36" className="size-9 shrink-0 fill-accent stroke-accent" aria-hidden="true">
      <path
        fill="none"
        strokeWidth="8.6"
        strokeLinecap="round"
        d="M6 6h.01M18 6h.01M30 6h.01M6 18h.01M18 18h.01M6 30h.01M18 30h.01M30 30h.01"
      />
      <circle cx="30" cy="18" r="3.5" fill="none" strokeWidth="1.4" />
    </svg>
  )
}
