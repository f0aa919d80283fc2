import { installPackages, isDebian, missingPackages } from '../servers/debian.ts';
import { CannotInstall } from '../servers/install.ts';
import { isRoot } from '../servers/paths.ts';

/** What builds and starts images, and makes their base where no registry is asked, by the names of Debian 12. */
export const containerPackages = ['buildah', 'podman', 'crun', 'catatonit', 'mmdebstrap'] as const;

/** Makes sure of them; quick when they are there. Rejects with `CannotInstall` where a person has to do something. */
export async function installContainerTools(report: (line: string) => void): Promise<void> {
  const names = containerPackages.join(' ');
  if (!isDebian())
    throw new CannotInstall(`This system is not Debian. Images are built and started there by ${names}.`);
  const missing = await missingPackages(containerPackages);
  if (missing.length > 0 && !isRoot()) {
    throw new CannotInstall(
      `Missing on this system: ${missing.join(', ')}. Run\n  sudo apt-get install --no-install-recommends ${names}`,
    );
  }
  // Their namespaces and overlays are made without the user's own: that wants root.
  if (!isRoot()) throw new CannotInstall('Images are built and started by root here.');
  if (missing.length === 0) return;
  report(`Installing ${missing.join(', ')} …`);
  await installPackages(missing);
}
