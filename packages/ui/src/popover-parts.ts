export { Content, Portal, Root, Trigger } from 'radix-ui/popover';
