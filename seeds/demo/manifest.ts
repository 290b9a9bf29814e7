/** A file of the demonstration, its path relative to the folder of the manifest. */
export interface ManifestFile {
  feed: string;
  path: string;
  /** Months the file is the truth for, both included: `2019-04..2022-10`. */
  covers: string;
  rows: number;
}

export interface ManifestRelease {
  number: number;
  dataTo: string;
  publishedOn: string;
  files: ManifestFile[];
}

/** What a demonstration folder holds and in what order it is imported: reference files, then release by release. */
export interface Manifest {
  synthetic: true;
  force: string;
  from: string;
  to: string;
  seed: number;
  scale: number;
  reference: { feed: string; path: string }[];
  releases: ManifestRelease[];
}
