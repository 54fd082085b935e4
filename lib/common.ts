// What every door has beside its calls: constants, addresses, types and errors.
export * from './core/constant';
export type {
  Address,
  AddressOf,
  Inet6Address,
  InetAddress,
  NetlinkAddress,
  OtherAddress,
  PacketAddress,
  UnixAbstractAddress,
  UnixAddress,
  UnixPathAddress,
  UnixUnnamedAddress,
  UnspecAddress,
  VsockAddress,
} from './core/address';
export { formatAddress } from './core/address';
export type { AddressFor } from './address/argument';
export { abstract, inet, inet6, netlink, packet, unix, unspec, vsock } from './address/construct';
export { Sockaddr } from './address/sockaddr';
export { decodeControl } from './control/decode';
export { encodeControl } from './control/encode';
export type { ReceivedControlFields, SentControlFields } from './control/fields';
export type {
  ControlMessage,
  ControlName,
  RawControlMessage,
  ReceivedControl,
  ReceivedControlMessage,
  SentControl,
  SentControlMessage,
} from './control/message';
export { Message, type MessageParts } from './message/message';
export { type BatchMessage, MessageBatch, type MessageBatchOptions } from './call/batch/message-batch';
export type { Bytes, Data } from './core/bytes';
export type {
  ActiveSocket,
  ConnectionSocket,
  Descriptor,
  Domain,
  Family,
  FamilyOf,
  Fd,
  KindOf,
  Listening,
  OfSocket,
  PassiveSocket,
  SocketFd,
  SocketKind,
  SocketType,
} from './core/fd';
export { asFd, socketType } from './core/fd';
export type { IoctlRequest } from './core/ioctl-request';
export type { Level, LevelName, OptionSetting, OptionValue, SocketOption } from './core/option/brand';
export type { TcpInfo } from './core/option/tcp-info';
export type * from './core/option/values';
export type { CallName, ErrnoOf } from './core/error/by-call';
export { errnoName, errnoNumber } from './core/error/errno';
export type { ErrnoAlias, ErrnoName } from './core/error/errno-name';
export type { EaiCallName, EaiOf } from './core/error/eai';
export { type EaiName, eaiName } from './core/error/eai-name';
export { type Explainable, explain } from './core/error/explain';
export { htonl, htons, ntohl, ntohs } from './call/presentation/byte-order';
export type { NetworkInterface } from './call/network/interface';
export type { AddressInfo, Hints, NameInfo } from './call/resolve/answer';
export type { ProtocolEntry, ServiceEntry } from './call/service/entry';
