interface Props {
  /** Names the tabs for screen readers. */
  name: string
  tabs: { href: string; words: string; current: boolean }[]
}

/** The parts of a thing, each a page of its own. */
export function Tabs({ name, tabs }: Props) {
  return (
    <nav aria-label={name} className="tabs">
      {tabs.map(({ href, words, current }) => (
        <a key={href} href={href} aria-current={current ? 'page' : undefined}>
          {words}
        </a>
      ))}
    </nav>
  )
}
