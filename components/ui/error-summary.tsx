/** The errors of a form that came back, each line linked to its field; above everything else on the page. */
export function ErrorSummary(props: { title: string; errors: { field: string | null; text: string }[] }) {
  return (
    <div
      role="alert"
      tabIndex={-1}
      data-focus
      aria-labelledby="problem"
      className="mt-6 border-4 border-wrong bg-panel p-5 outline-offset-4"
    >
      <h2 id="problem" className="text-3">
        {props.title}
      </h2>
      <ul className="mt-2 space-y-1">
        {props.errors.map(({ field, text }) => (
          <li key={`${field} ${text}`} className="font-semibold text-wrong">
            {field ? (
              <a href={`#${field}`} className="text-wrong hover:text-wrong">
                {text}
              </a>
            ) : (
              text
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
