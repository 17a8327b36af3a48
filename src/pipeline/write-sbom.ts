/** Writes `sbom.cdx.json`: every package of the lockfile, the same bytes for the same lockfile. */
import { execSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

/** The parts of a CycloneDX document that npm makes up: a serial number, the time, and a name after the folder. */
type Sbom = {
  readonly serialNumber?: string;
  readonly metadata: {
    readonly timestamp?: string;
    readonly component: { readonly name: string };
  };
};

/**
 * @param made as npm makes it
 * @param name of the project
 * @returns the same without what differs from run to run and from folder to folder
 * @see https://cyclonedx.org/docs/1.5/json/
 */
export function stableSbom<T extends Sbom>(made: T, name: string): Sbom {
  const { serialNumber, metadata, ...rest } = made;
  const { timestamp, component, ...others } = metadata;
  return { ...rest, metadata: { ...others, component: { ...component, name } } };
}

if (import.meta.main) {
  // From the lockfile, not from what is installed: optional packages differ by platform.
  const made = execSync(
    'npm sbom --package-lock-only --sbom-format cyclonedx --sbom-type application',
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  const { name } = JSON.parse(readFileSync('package.json', 'utf8')) as { name: string };
  const sbom = stableSbom(JSON.parse(made) as Sbom, name);
  writeFileSync('sbom.cdx.json', `${JSON.stringify(sbom, null, 2)}\n`);
}
