// Lists this machine's network interfaces and their addresses, asked of the kernel by netlink messages.
//
// Run:  npx ts-node examples/netlink-links/main.ts     anybody may
// See:  JSON like that of `ip -j -p addr`, with the fields that are here equal to those there. Two requests are sent, one
//       for all links and one for all addresses, and each answer comes as many messages in several datagrams, until one
//       of type NLMSG_DONE. message.ts takes messages apart, links.ts tells what is in those about links and addresses.
import { AF_NETLINK, NETLINK_ROUTE, RTM_GETADDR, RTM_GETLINK, SOCK_RAW, bind, close, netlink, socket } from 'sockcall';
import { dump } from './dump';
import { ADDRESS_SIZE, LINK_SIZE, type Link, addressOf, linkOf } from './links';

const fd = socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE);
bind(fd, netlink());

const links = new Map<number, Link>();
for (const message of dump(fd, RTM_GETLINK, LINK_SIZE)) {
  const link = linkOf(message);
  links.set(link.ifindex, link);
}
for (const message of dump(fd, RTM_GETADDR, ADDRESS_SIZE)) {
  const { ifindex, ...address } = addressOf(message);
  links.get(ifindex)?.addr_info.push(address);
}
close(fd);

// A link tells the index of the one that it is upon, or that is its other end. People want its name, and whether it is up.
const named = [...links.values()].map(({ upon, ...link }) => {
  const other = upon === undefined ? undefined : links.get(upon);
  if (other === undefined) return link;
  const flags = other.flags.includes('UP') ? link.flags : [...link.flags, 'M-DOWN'];
  return { ...link, flags, link: other.ifname };
});
console.log(JSON.stringify(named, undefined, 2));
