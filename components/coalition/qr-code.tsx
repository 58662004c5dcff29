import { qrPath } from './qr-path'

/** An address as a QR code, dark on light in every colour scheme, so that cameras can read it. */
export function QrCode({ address, label }: { address: string; label: string }) {
  const { path, size } = qrPath(address)
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="block w-full"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
