const held = new WeakMap<Response, Uint8Array<ArrayBuffer>>()

/**
 * A Response with bytes that are kept in memory anyway. `new Response(bytes)` copies them at once; of this one our own
 * server writes the bytes themselves (`heldBody`), and whoever else reads it copies them then.
 */
export function withHeldBody(bytes: Uint8Array<ArrayBuffer>, headers: Record<string, string>): Response {
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        controller.enqueue(bytes)
        controller.close()
      },
    },
    { highWaterMark: 0 },
  )
  const response = new Response(body, { headers: { ...headers, 'content-length': String(bytes.length) } })
  held.set(response, bytes)
  return response
}

/** The bytes that a Response was made with; undefined for any other. */
export function heldBody(response: Response): Uint8Array<ArrayBuffer> | undefined {
  return held.get(response)
}
