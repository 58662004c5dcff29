/** In place of a page about a row that does not exist. */
export function Gone({ what, room }: { what: string; room: string }) {
  return (
    <>
      <h1>No such {what}</h1>
      <p>
        It never existed, or was removed. <a href={`/admin/coalition/${room}`}>See the full list.</a>
      </p>
    </>
  )
}
