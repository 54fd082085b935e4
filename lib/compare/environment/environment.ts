/**
 * Where and with what a run was made: plain data. What could not be read is absent, never guessed; so is what a platform
 * does not have.
 */
export interface Environment {
  /** ISO 8601, in UTC. */
  readonly date: string;
  /** Type and release: `Linux 6.18.44`. */
  readonly kernel: string;
  /** What the kernel says of how it was built: `#1 SMP PREEMPT_DYNAMIC …`. */
  readonly kernelVersion?: string;
  /** The words of the kernel's command line that change what a call costs: `mitigations=off`, `isolcpus=2,3`. */
  readonly boot?: readonly string[];
  readonly arch: string;
  /** The processor's model; `unknown` if nothing says it. */
  readonly cpu: string;
  /** The processors that are on. */
  readonly cpus: number;
  /** The load before the run, over 1, 5 and 15 minutes. */
  readonly loadavg: readonly number[];
  readonly node: string;
  readonly v8: string;
  /** The version of this package. */
  readonly sockcall: string;
  /** Equal for runs of one machine with one processor; a hash, from which the machine can't be told. */
  readonly machine?: string;
  readonly processor?: Processor;
  readonly frequency?: Frequency;
  readonly clocksource?: Clocksource;
  readonly virtual?: VirtualMachine;
  /** What the run's process is contained by: `docker`, `podman`; as it says itself. */
  readonly container?: string;
  readonly security?: Security;
  readonly process: ProcessState;
  /** What else the machine did, in the moment before the run. */
  readonly busy?: Busy;
  readonly memory: Memory;
  /** Where the power comes from, if there is a battery. */
  readonly power?: 'mains' | 'battery';
  /** Settings of the kernel by name, `net.ipv4.tcp_rmem`. */
  readonly sysctls?: Readonly<Record<string, string>>;
  /** What traces the whole kernel: `function`, or `events/syscalls`. Readable by root alone. */
  readonly kernelTracer?: string;
}

/** What the processor is, beside its model. */
export interface Processor {
  readonly microcode?: string;
  /** Of the first processor: `L1 Data 48K`. */
  readonly caches?: readonly string[];
  /** What the processor suffers from, with what is done against it, as the kernel says it. */
  readonly mitigations?: Readonly<Record<string, string>>;
  readonly smt?: {
    readonly active: boolean;
    /** The processors that share a core, for the first one: `0,4`. */
    readonly siblings?: string;
  };
  /** Processors that the scheduler leaves alone: `2-3`. */
  readonly isolated?: string;
}

/** How the clock of the processors changes. */
export interface Frequency {
  /** `intel_pstate`, `acpi-cpufreq`. */
  readonly driver?: string;
  /** All that are set on any processor that this process may use. */
  readonly governors?: readonly string[];
  /** Whether it may run faster than its nominal frequency. */
  readonly turbo?: boolean;
  readonly minMHz?: number;
  readonly maxMHz?: number;
  /** Of each processor, when it was looked at. */
  readonly currentMHz?: readonly number[];
}

/** What the kernel takes the time from. */
export interface Clocksource {
  readonly current: string;
  readonly available: readonly string[];
}

/** The virtual machine that this is; absent if nothing says that it is one. */
export interface VirtualMachine {
  /** Whether the processor says so. */
  readonly hypervisor: boolean;
  /** What the machine calls itself: `QEMU Standard PC`. */
  readonly product?: string;
  /** What systemd-detect-virt makes of it: `kvm`. */
  readonly detected?: string;
  /** What the host has taken away since the machine was started, in percent of all processor time. */
  readonly stealPercent?: number;
}

/** What looks at calls to allow or to refuse them. */
export interface Security {
  /** Security modules: `lockdown`, `apparmor`. */
  readonly modules?: readonly string[];
  /** The label under which this process runs: `unconfined`. */
  readonly label?: string;
  readonly seccomp?: 'off' | 'strict' | 'filter';
  /** How many filters look at each call. */
  readonly seccompFilters?: number;
}

/** This process. */
export interface ProcessState {
  /** The processors that it may use: `0-1`. */
  readonly affinity?: string;
  /** How many processors' time its control group may use, before it is stopped for the rest of a period. */
  readonly quota?: number;
  /** Soft and hard limits by name, as the kernel lists them; null is unlimited. */
  readonly limits?: Readonly<Record<string, readonly [soft: number | null, hard: number | null]>>;
  readonly nice?: number;
  /** Who traces it: strace, a debugger. */
  readonly tracer?: { readonly pid: number; readonly name?: string };
  /** What instruments it from within: `--cpu-prof`, `NODE_V8_COVERAGE`; names only. */
  readonly instruments: readonly string[];
}

/** A sample of what others did. */
export interface Busy {
  readonly ms: number;
  /** Processors that were busy: 0.5 is one half of one. */
  readonly cpus: number;
  /** Of these, what the host took away. */
  readonly steal: number;
  /** The busiest others that can be seen, by the processors that each used. */
  readonly processes: readonly { readonly pid: number; readonly name: string; readonly cpus: number }[];
  /** The share of time, in percent over the last 10 s, in which something waited for it: `cpu`, `memory`, `io`. */
  readonly pressure?: Readonly<Record<string, number>>;
}

/** In bytes. */
export interface Memory {
  readonly total: number;
  /** What can be had without swapping. */
  readonly available: number;
}
