/** In place of a page about a row that does not exist. */
export function Gone({ what, room }: { what: string; room: string }) {
  return (
    <>
      <h1>No such {what}</h1>
      <p>
        It never was, or it is gone. <a href={`/admin/coalition/${room}`}>Look at all there are.</a>
      </p>
    </>
  )
}
