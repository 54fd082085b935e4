/**
 * TCP_INFO: state and measurements of a connection. What an older kernel does not give is absent; where no unit is
 * named, numbers count segments.
 */
export interface TcpInfo {
  /** A state such as TCP_ESTABLISHED. */
  state: number;
  /** State of congestion control: 0 open, 1 disorder, 2 CWR, 3 recovery, 4 loss. */
  caState: number;
  /** Retransmission timeouts in a row. */
  retransmits: number;
  /** Unanswered probes of a zero window or of keep-alive. */
  probes: number;
  /** How often the retransmission timeout was doubled. */
  backoff: number;
  /** TCPI_OPT_ flags. */
  options: number;
  /** Window scale that the peer asked for. */
  sndWscale: number;
  /** Window scale that this side asked for. */
  rcvWscale: number;
  /** 1 if the program, not the network, bounded deliveryRate. */
  deliveryRateAppLimited: number;
  /** Why fast open failed; 0 if it did not. */
  fastopenClientFail: number;
  /** Retransmission timeout. */
  rtoMicroseconds: number;
  /** Delay of acknowledgements. */
  atoMicroseconds: number;
  /** Largest segment sent, in bytes. */
  sndMss: number;
  /** Largest segment received, in bytes, as estimated. */
  rcvMss: number;
  /** Segments sent and not acknowledged; of a listener, the connections that wait for accept(). */
  unacked: number;
  /** Segments acknowledged selectively; of a listener, its backlog. */
  sacked: number;
  /** Segments thought lost. */
  lost: number;
  /** Segments retransmitted and not acknowledged. */
  retrans: number;
  /** No longer counted. */
  fackets: number;
  /** Since data was sent. */
  lastDataSentMilliseconds: number;
  /** Not remembered by Linux. */
  lastAckSentMilliseconds: number;
  /** Since data was received. */
  lastDataRecvMilliseconds: number;
  /** Since an acknowledgement was received. */
  lastAckRecvMilliseconds: number;
  /** MTU of the path in bytes. */
  pmtu: number;
  /** Bound of the receive window in bytes, as it grows. */
  rcvSsthresh: number;
  /** Smoothed round-trip time. */
  rttMicroseconds: number;
  /** Mean deviation of the round-trip time. */
  rttvarMicroseconds: number;
  /** Slow-start threshold in segments. */
  sndSsthresh: number;
  /** Congestion window in segments. */
  sndCwnd: number;
  /** Largest segment that was advertised, in bytes. */
  advmss: number;
  /** How many segments packets may be out of order. */
  reordering: number;
  /** Round-trip time as the receiver estimates it. */
  rcvRttMicroseconds: number;
  /** Bytes that the program reads in a round-trip time. */
  rcvSpace: number;
  /** Segments retransmitted in all. */
  totalRetrans: number;
  /** Bytes per second. */
  pacingRate?: bigint;
  /** Bytes per second; all ones if unbounded. */
  maxPacingRate?: bigint;
  bytesAcked?: bigint;
  bytesReceived?: bigint;
  segsOut?: number;
  segsIn?: number;
  /** Bytes in the send buffer that were never sent. */
  notsentBytes?: number;
  /** Least round-trip time seen. */
  minRttMicroseconds?: number;
  dataSegsIn?: number;
  dataSegsOut?: number;
  /** Bytes per second that reached the peer lately. */
  deliveryRate?: bigint;
  /** Time in which there was something to send. */
  busyTimeMicroseconds?: bigint;
  /** Part of it in which the window of the peer was full. */
  rwndLimitedMicroseconds?: bigint;
  /** Part of it in which the send buffer was too small. */
  sndbufLimitedMicroseconds?: bigint;
  /** Segments that reached the peer. Since 4.18. */
  delivered?: number;
  /** Of these, marked as having met congestion. Since 4.18. */
  deliveredCe?: number;
  /** Since 4.19. */
  bytesSent?: bigint;
  /** Since 4.19. */
  bytesRetrans?: bigint;
  /** Segments that the peer had twice. Since 4.19. */
  dsackDups?: number;
  /** How often packets were seen out of order. Since 4.19. */
  reordSeen?: number;
  /** Segments received out of order. Since 5.4. */
  rcvOoopack?: number;
  /** Window of the peer in bytes. Since 5.4. */
  sndWnd?: number;
  /** Window offered to the peer in bytes. Since 6.2. */
  rcvWnd?: number;
  /** How often the path was changed. Since 6.2. */
  rehash?: number;
  /** Retransmission timeouts in all. Since 6.7. */
  totalRto?: number;
  /** Recoveries from them that ended. Since 6.7. */
  totalRtoRecoveries?: number;
  /** Time spent in them. Since 6.7. */
  totalRtoTimeMilliseconds?: number;
  /** Segments received that were marked as having met congestion. Since 6.18. */
  receivedCe?: number;
  /** Since 6.18, as the next five: bytes sent or received, by their ECN mark. */
  deliveredE1Bytes?: number;
  deliveredE0Bytes?: number;
  deliveredCeBytes?: number;
  receivedE1Bytes?: number;
  receivedE0Bytes?: number;
  receivedCeBytes?: number;
}
