const VERSION = '2';

/** Throws where the host speaks no version of the plugin protocol that Modelwatch does; it names its own in a list. */
export function checkProtocolVersion(offered: string | undefined): void {
  if (offered && !offered.split(',').includes(VERSION)) {
    throw new Error(
      `The host speaks version ${offered} of the plugin protocol, and Modelwatch version ${VERSION}: use Grafana 12.3 or newer.`
    );
  }
}
