const bodies = new WeakMap<Response, Uint8Array<ArrayBuffer>>()

/**
 * A Response with bytes that stay in memory anyway, such as a cached picture. `new Response(bytes)` would copy them at
 * once; our own server writes the bytes of this one themselves (`sharedBody`), and any other reader copies them then.
 */
export function withSharedBody(bytes: Uint8Array<ArrayBuffer>, headers: Record<string, string>): Response {
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
  bodies.set(response, bytes)
  return response
}

/** The bytes that a Response was made with (`withSharedBody`); undefined for any other. */
export function sharedBody(response: Response): Uint8Array<ArrayBuffer> | undefined {
  return bodies.get(response)
}
